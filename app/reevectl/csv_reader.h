// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QIODevice>
#include <QStringList>

#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

struct csv_parser;

namespace reeve::ctl {

// The cells of one record, in one piece of memory.
class CsvCells final
{
public:
    // For a record like one that had so many bytes and cells.
    void reserve(std::size_t bytes, std::size_t cells)
    {
        m_bytes.reserve(bytes + bytes / 4);
        m_ends.reserve(cells);
    }
    void add(const char *bytes, std::size_t length)
    {
        m_bytes.append(bytes, length);
        m_ends.push_back(m_bytes.size());
    }

    [[nodiscard]] std::size_t size() const noexcept { return m_ends.size(); }
    [[nodiscard]] QByteArrayView operator[](std::size_t cell) const
    {
        const std::size_t begin = cell == 0 ? 0 : m_ends[cell - 1];
        return {m_bytes.data() + begin, static_cast<qsizetype>(m_ends[cell] - begin)};
    }
    [[nodiscard]] QByteArrayView bytes() const { return {m_bytes.data(), static_cast<qsizetype>(m_bytes.size())}; }

private:
    std::string m_bytes;
    std::vector<std::size_t> m_ends;
};

// One record of a CSV file, as it came.
struct CsvRow
{
    qint64 line = 0; // the line it begins on, from 1
    QByteArray raw;  // with its line ends
    CsvCells cells;
    QString fault; // why it is none; `cells` is empty then
};

// The cells as text. InvalidInput for bytes that are not UTF-8, and for NUL.
[[nodiscard]] Result<QStringList> decoded(const CsvRow &row);

// Reads CSV (RFC 4180, by libcsv) as a stream: a file of any size, with bounded memory. A quote that is never closed
// costs the line it stands in and no other.
class CsvReader final
{
public:
    // `device` must be open and outlive the reader. `separator`: what stands between the cells.
    explicit CsvReader(QIODevice &device, char separator = ',');
    ~CsvReader();
    CsvReader(const CsvReader &) = delete;
    CsvReader &operator=(const CsvReader &) = delete;

    // None at the end. Empty lines are passed over.
    [[nodiscard]] std::optional<CsvRow> next();

    // From the device; up to a megabyte more than what next() answered.
    [[nodiscard]] qint64 bytesRead() const noexcept { return m_bytesRead; }

private:
    struct Line
    {
        qint64 number = 0;
        QByteArray bytes;
        bool tooLong = false;
    };
    static void onCell(void *bytes, std::size_t length, void *self);
    static void onRow(int end, void *self);

    [[nodiscard]] std::optional<Line> takeLine();
    [[nodiscard]] bool readMore();
    void feed(const QByteArray &bytes);
    [[nodiscard]] std::optional<CsvRow> finishedRow();
    [[nodiscard]] CsvRow giveUpFirstLine();
    void restart();
    void begin();

    QIODevice &m_device;
    char m_separator;
    char m_lineEnd = 0; // a carriage return where the file has no line feed; 0: not known yet
    std::unique_ptr<csv_parser> m_parser;
    QByteArray m_buffer; // read, and not yet taken from m_at on
    qsizetype m_at = 0;
    std::deque<Line> m_pushedBack;
    std::vector<Line> m_record; // lines of the record being read
    CsvCells m_cells;
    bool m_rowEnded = false;
    qint64 m_lineNumber = 0;
    qint64 m_bytesRead = 0;
};

} // namespace reeve::ctl
