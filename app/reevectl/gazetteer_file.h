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
    // NotFound; InvalidInput unless its first row is a header that says when it was written and whether it is full:
    // without one nobody can tell a list from a part of it.
    [[nodiscard]] static Result<std::unique_ptr<GazetteerFile>> open(const QString &name);

    [[nodiscard]] const QString &name() const noexcept { return m_name; }
    [[nodiscard]] const domain::GazetteerHeader &header() const noexcept { return m_header; }
    // The last row, once next() came to it.
    [[nodiscard]] const std::optional<domain::GazetteerTrailer> &trailer() const noexcept { return m_trailer; }

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
    std::optional<domain::GazetteerTrailer> m_trailer;
};

// All files of one command, in the order they have to be loaded: full ones first, then changes as they were written.
[[nodiscard]] Result<std::vector<std::unique_ptr<GazetteerFile>>> openInOrder(const QStringList &names);

} // namespace reeve::ctl
