/** ECharts with only what the charts use; this file is fetched when the first such chart is drawn. */
import { BarChart, CustomChart, LineChart } from 'echarts/charts'
import { GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

use([BarChart, CustomChart, LineChart, GridComponent, MarkLineComponent, TooltipComponent, SVGRenderer])

export { init }
