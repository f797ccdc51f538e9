// SPDX-License-Identifier: MIT
#include "app/reevectl/csv_reader.h"

#include "app/reevectl/interrupt.h"

#include <csv.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace reeve::ctl {

namespace {

constexpr qint64 longestLine = 4 << 20;
constexpr qint64 readAtOnce = 1 << 20;
constexpr std::size_t mostLinesOfRecord = 100;

} // namespace

Result<QStringList> decoded(const CsvRow &row)
{
    if (!row.fault.isEmpty())
        return fail(ErrorCode::InvalidInput, row.fault);
    const QByteArrayView all = row.cells.bytes();
    const bool isAscii = std::all_of(all.begin(), all.end(), [](char c) { return static_cast<signed char>(c) >= 0; });
    if (all.contains('\0'))
        return fail(ErrorCode::InvalidInput, u"a NUL byte"_s);
    QStringList cells;
    cells.reserve(static_cast<qsizetype>(row.cells.size()));
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const QByteArrayView cell = row.cells[i];
        if (!isAscii && !QUtf8StringView(cell).isValidUtf8())
            return fail(ErrorCode::InvalidInput, u"not UTF-8"_s);
        cells.emplaceBack(isAscii ? QString::fromLatin1(cell) : QString::fromUtf8(cell));
    }
    return cells;
}

CsvReader::CsvReader(QIODevice &device, char separator)
    : m_device(device),
      m_separator(separator),
      m_parser(std::make_unique<csv_parser>())
{
    begin();
}

void CsvReader::begin()
{
    csv_init(m_parser.get(), 0);
    csv_set_delim(m_parser.get(), static_cast<unsigned char>(m_separator));
}

CsvReader::~CsvReader()
{
    csv_free(m_parser.get());
}

void CsvReader::onCell(void *bytes, std::size_t length, void *self)
{
    static_cast<CsvReader *>(self)->m_cells.add(static_cast<const char *>(bytes), length);
}

void CsvReader::onRow(int, void *self)
{
    static_cast<CsvReader *>(self)->m_rowEnded = true;
}

std::optional<CsvRow> CsvReader::next()
{
    while (auto line = takeLine()) {
        if (line->tooLong && m_record.empty())
            return CsvRow{line->number, {}, {}, u"the line is longer than 4 MB"_s};
        if (m_record.empty() && line->bytes.trimmed().isEmpty())
            continue;
        m_record.push_back(std::move(*line));
        if (m_record.size() > mostLinesOfRecord || m_record.back().tooLong)
            return giveUpFirstLine();
        feed(m_record.back().bytes);
        if (auto row = finishedRow())
            return row;
    }
    if (m_record.empty())
        return std::nullopt;
    return giveUpFirstLine();
}

// Lines always end here, the last one too: a record that does not end is one with an open quote. A file whose first
// megabyte has no line feed was written where a carriage return ends a line.
std::optional<CsvReader::Line> CsvReader::takeLine()
{
    if (!m_pushedBack.empty()) {
        Line line = std::move(m_pushedBack.front());
        m_pushedBack.pop_front();
        return line;
    }
    Line line;
    qsizetype searched = 0; // of what is in hand
    if (m_lineEnd == 0 && readMore())
        m_lineEnd = !m_buffer.contains('\n') && m_buffer.contains('\r') ? '\r' : '\n';
    for (;;) {
        const QByteArrayView inHand = QByteArrayView(m_buffer).sliced(m_at);
        const qsizetype end = inHand.indexOf(m_lineEnd, searched);
        if (end >= 0) {
            line.bytes = line.tooLong ? QByteArray("\n") : inHand.first(end + 1).toByteArray();
            m_at += end + 1;
            break;
        }
        if (inHand.size() >= longestLine) {
            line.tooLong = true; // passed over
            m_at = m_buffer.size();
        }
        searched = m_buffer.size() - m_at;
        if (!readMore()) {
            if (searched == 0 && !line.tooLong)
                return std::nullopt;
            line.bytes = line.tooLong ? QByteArray() : m_buffer.sliced(m_at);
            line.bytes += '\n';
            m_at = m_buffer.size();
            break;
        }
    }
    line.number = ++m_lineNumber;
    if (line.number == 1 && line.bytes.startsWith("\xEF\xBB\xBF"))
        line.bytes.remove(0, 3);
    return line;
}

// False at the end. What is in hand begins at the start of the buffer afterwards.
bool CsvReader::readMore()
{
    if (isInterrupted()) // also within a line that never ends
        return false;
    m_buffer.remove(0, m_at);
    m_at = 0;
    const qsizetype size = m_buffer.size();
    m_buffer.resize(size + readAtOnce);
    const qint64 read = m_device.read(m_buffer.data() + size, readAtOnce);
    m_buffer.resize(size + std::max<qint64>(read, 0));
    m_bytesRead += std::max<qint64>(read, 0);
    return read > 0;
}

void CsvReader::feed(const QByteArray &bytes)
{
    csv_parse(m_parser.get(), bytes.constData(), static_cast<std::size_t>(bytes.size()), &CsvReader::onCell,
              &CsvReader::onRow, this);
}

std::optional<CsvRow> CsvReader::finishedRow()
{
    if (!m_rowEnded)
        return std::nullopt;
    CsvRow row{m_record.front().number, {}, std::move(m_cells), {}};
    m_cells = {};
    m_cells.reserve(static_cast<std::size_t>(row.cells.bytes().size()), row.cells.size());
    row.raw = std::move(m_record.front().bytes);
    for (auto line = m_record.cbegin() + 1; line != m_record.cend(); ++line)
        row.raw += line->bytes;
    m_record.clear();
    m_rowEnded = false;
    return row;
}

CsvRow CsvReader::giveUpFirstLine()
{
    const Line first = std::move(m_record.front());
    for (auto line = m_record.rbegin(); line + 1 != m_record.rend(); ++line)
        m_pushedBack.push_front(std::move(*line));
    restart();
    return {first.number, first.bytes, {}, u"a quote that is never closed"_s};
}

void CsvReader::restart()
{
    m_record.clear();
    m_cells = {};
    m_rowEnded = false;
    csv_free(m_parser.get());
    begin();
}

} // namespace reeve::ctl
