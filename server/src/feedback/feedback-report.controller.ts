import { Controller, Get, Query, Res } from '@nestjs/common'
import type { Response } from 'express'
import { DataSource } from 'typeorm'
import { COMPLAINT_CHANNEL_LABEL, safeCsv, SERVICE_SHORT_LABEL, type FeedbackReportLine } from '@domain'
import { AllowArea } from '../platform/policy.js'
import { reportBetween } from './report-between.js'

const HEADING = [
  'Layanan',
  'Kanal',
  'Pengaduan',
  'Saran',
  'Apresiasi',
  'Jumlah',
  'Dijawab',
  'Tidak ditindaklanjuti',
  'Persentase dijawab',
  'Median waktu jawab (menit kerja)',
]

const cells = (line: FeedbackReportLine): string[] => [
  line.service === null ? 'Umum' : SERVICE_SHORT_LABEL[line.service].id,
  COMPLAINT_CHANNEL_LABEL[line.channelKind].id,
  ...[line.complaints, line.suggestions, line.appreciations, line.total, line.answered, line.dismissed].map(String),
  line.shareAnswered === null ? '' : String(Math.round(line.shareAnswered * 100)),
  line.medianMinutes === null ? '' : String(Math.round(line.medianMinutes)),
]

/** The report as a file for a spreadsheet. */
@Controller('feedback')
export class FeedbackReportController {
  constructor(private readonly db: DataSource) {}

  @Get('report.csv')
  @AllowArea('feedback_report')
  async table(@Query('from') from: string, @Query('until') until: string, @Res() response: Response): Promise<void> {
    const lines = await reportBetween(this.db, String(from), String(until))
    response
      .set({
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': 'attachment; filename="laporan-masukan.csv"',
        'X-Content-Type-Options': 'nosniff',
        'Cache-Control': 'no-store',
      })
      .send(`\ufeff${safeCsv([HEADING, ...lines.map(cells)])}`)
  }
}
