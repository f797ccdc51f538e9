// SPDX-License-Identifier: MIT
#include "app/reevectl/people_file.h"

using namespace Qt::Literals::StringLiterals;

namespace reeve::ctl {

Result<std::unique_ptr<PeopleFile>> PeopleFile::open(const QString &name, const QHash<QString, QString> &renamed)
{
    auto file = std::unique_ptr<PeopleFile>(new PeopleFile(name));
    if (!file->m_file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::NotFound, u"the file %1 cannot be read"_s.arg(name));
    file->m_reader = std::make_unique<CsvReader>(file->m_file);

    const auto header = file->m_reader->next();
    if (!header)
        return fail(ErrorCode::InvalidInput, u"the file %1 is empty"_s.arg(name));
    const auto names = decoded(*header);
    if (!names)
        return fail(ErrorCode::InvalidInput, u"the header row: "_s + names.error().detail);
    auto columns = services::PersonColumns::read(*names, renamed);
    if (!columns)
        return fail(columns);
    file->m_columns = std::move(*columns);
    file->m_header = header->raw;
    return file;
}

int PeopleFile::percentRead() const
{
    const qint64 size = m_file.size();
    return size > 0 ? static_cast<int>(m_reader->bytesRead() * 100 / size) : 0;
}

} // namespace reeve::ctl
