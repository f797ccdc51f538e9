// SPDX-License-Identifier: MIT
#pragma once

#include "app/reevectl/csv_reader.h"
#include "core/domain/gazetteer_record.h"

#include <QFile>

#include <memory>

namespace reeve::ctl {

// A gazetteer file, its header record read. Bytes that are not UTF-8 are read as ISO 8859-1: DTF exports are either.
class GazetteerFile final
{
public:
    // NotFound; InvalidInput when its first row is none of a gazetteer, or a header without a date. A file without a
    // header is taken as a full one of unknown date.
    [[nodiscard]] static Result<std::unique_ptr<GazetteerFile>> open(const QString &name);

    [[nodiscard]] const QString &name() const noexcept { return m_name; }
    [[nodiscard]] const domain::GazetteerHeader &header() const noexcept { return m_header; }

    struct Row
    {
        CsvRow raw;
        QStringList cells; // empty when raw.fault says why
    };
    [[nodiscard]] std::optional<Row> next();

    [[nodiscard]] int percentRead() const;

private:
    explicit GazetteerFile(const QString &name) : m_name(name), m_file(name) {}

    QString m_name;
    QFile m_file;
    std::unique_ptr<CsvReader> m_reader;
    domain::GazetteerHeader m_header;
    std::optional<Row> m_first;
};

// All files of one command, in the order they have to be loaded: full ones first, then changes as they were written.
[[nodiscard]] Result<std::vector<std::unique_ptr<GazetteerFile>>> openInOrder(const QStringList &names);

} // namespace reeve::ctl
