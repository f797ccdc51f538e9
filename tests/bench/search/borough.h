// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/person.h"
#include "core/store/prepared_people.h"

#include <QFile>
#include <QString>

#include <vector>

namespace reeve::bench {

// A table of people, tab-separated with a header row that names the columns: id, title, forename, middle, surname,
// known_as, prev_surname, dob (ISO), phone, phone2, email, addr, street, town, postcode, uprn. Others are ignored. The
// id, a whole number, becomes the reference "R<id>".
class Borough final
{
public:
    explicit Borough(const QString &fileName);
    [[nodiscard]] bool isOpen() const { return m_file.isOpen(); }

    // The next people, fewer at the end.
    [[nodiscard]] std::vector<domain::Person> people(std::size_t count);
    [[nodiscard]] std::vector<store::PulledPerson> next(std::size_t count); // as the centre sends them

private:
    QFile m_file;
    QList<QByteArray> m_columns;
};

// A table of queries: qid, cat, query, truth; or cls, query.
struct Asked
{
    QString kind;
    QString query;
    QString truth; // a reference, or empty
};
[[nodiscard]] std::vector<Asked> readQueries(const QString &fileName);

} // namespace reeve::bench
