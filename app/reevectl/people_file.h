// SPDX-License-Identifier: MIT
#pragma once

#include "app/reevectl/csv_reader.h"
#include "core/services/person/person_columns.h"

#include <QFile>

#include <memory>

namespace reeve::ctl {

// A CSV file of people, its header row read.
class PeopleFile final
{
public:
    // NotFound, InvalidInput. `renamed`: column of the file -> our name.
    [[nodiscard]] static Result<std::unique_ptr<PeopleFile>> open(const QString &name,
                                                                  const QHash<QString, QString> &renamed = {});

    [[nodiscard]] const services::PersonColumns &columns() const noexcept { return m_columns; }
    [[nodiscard]] const QByteArray &header() const noexcept { return m_header; }
    [[nodiscard]] char separator() const noexcept { return m_separator; }
    // Rows of nothing but empty cells, as spreadsheets write them behind the last one, are passed over.
    [[nodiscard]] std::optional<CsvRow> next();

    // 0 to 100, by bytes; 0 when the size is not known.
    [[nodiscard]] int percentRead() const;

private:
    explicit PeopleFile(const QString &name) : m_file(name) {}

    QFile m_file;
    std::unique_ptr<CsvReader> m_reader;
    services::PersonColumns m_columns;
    QByteArray m_header;
    char m_separator = ',';
};

} // namespace reeve::ctl
