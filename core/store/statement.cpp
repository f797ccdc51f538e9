// SPDX-License-Identifier: MIT
#include "core/store/connection.h"
#include "core/store/prepared_query.h"
#include "core/store/sqlite_error.h"

#include <sqlite3.h>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace reeve::store {

namespace {

// 0 where there is none: binding fails then.
int placeOf(const PreparedQuery &query, QStringView parameter)
{
    const std::u16string_view name(parameter.utf16(), static_cast<std::size_t>(parameter.size()));
    const auto found = query.places.find(name);
    return found == query.places.end() ? 0 : found->second;
}

} // namespace

Statement::Statement(Statement &&other) noexcept : m_query(std::exchange(other.m_query, nullptr)) {}

Statement &Statement::operator=(Statement &&other) noexcept
{
    if (this != &other) {
        release();
        m_query = std::exchange(other.m_query, nullptr);
    }
    return *this;
}

Statement::~Statement()
{
    release();
}

void Statement::release() noexcept
{
    if (m_query == nullptr)
        return;
    sqlite3_reset(m_query->handle);
    sqlite3_clear_bindings(m_query->handle); // what was bound must not stay in memory
    m_query->mistake.clear();
    m_query->isLent = false;
    m_query = nullptr;
}

void Statement::bindResult(QStringView parameter, int code)
{
    if (code != SQLITE_OK && m_query->mistake.isEmpty())
        m_query->mistake = m_query->name + u": cannot bind "_s + parameter.toString();
}

// A statement that was stepped must be reset before it takes new values: bind, run, bind, run is how bulk work goes.
void Statement::bind(QStringView parameter, const QString &value)
{
    bindText(parameter, value.toUtf8());
}

void Statement::bindText(QStringView parameter, QByteArrayView utf8)
{
    sqlite3_reset(m_query->handle);
    // Null would be NULL, another value than empty text. The length goes with it, so that a NUL inside survives.
    const char *text = utf8.isNull() ? "" : utf8.data();
    bindResult(parameter, sqlite3_bind_text64(m_query->handle, placeOf(*m_query, parameter), text,
                                              static_cast<sqlite3_uint64>(utf8.size()), SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Statement::bind(QStringView parameter, qint64 value)
{
    sqlite3_reset(m_query->handle);
    bindResult(parameter, sqlite3_bind_int64(m_query->handle, placeOf(*m_query, parameter), value));
}

void Statement::bind(QStringView parameter, const QByteArray &value)
{
    sqlite3_reset(m_query->handle);
    bindResult(parameter, sqlite3_bind_blob64(m_query->handle, placeOf(*m_query, parameter), value.constData(),
                                              static_cast<sqlite3_uint64>(value.size()), SQLITE_TRANSIENT));
}

void Statement::bindNull(QStringView parameter)
{
    sqlite3_reset(m_query->handle);
    bindResult(parameter, sqlite3_bind_null(m_query->handle, placeOf(*m_query, parameter)));
}

int Statement::place(QStringView parameter) const
{
    return placeOf(*m_query, parameter);
}

void Statement::bindResultAt(int place, int code)
{
    if (code != SQLITE_OK && m_query->mistake.isEmpty())
        m_query->mistake = m_query->name + u": cannot bind place "_s + QString::number(place);
}

void Statement::bindAt(int place, qint64 value)
{
    bindResultAt(place, sqlite3_bind_int64(m_query->handle, place, value));
}

void Statement::bindBytesAt(int place, QByteArrayView kept)
{
    bindResultAt(place, sqlite3_bind_blob64(m_query->handle, place, kept.data(),
                                            static_cast<sqlite3_uint64>(kept.size()), SQLITE_STATIC));
}

void Statement::bindTextAt(int place, QByteArrayView keptUtf8)
{
    bindResultAt(place, sqlite3_bind_text64(m_query->handle, place, keptUtf8.data(),
                                            static_cast<sqlite3_uint64>(keptUtf8.size()), SQLITE_STATIC, SQLITE_UTF8));
}

Result<bool> Statement::step()
{
    if (!m_query->mistake.isEmpty())
        return fail(ErrorCode::Internal, m_query->mistake);

    const int code = sqlite3_step(m_query->handle);
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    const Error error = lastError(sqlite3_db_handle(m_query->handle), code, m_query->name);
    sqlite3_reset(m_query->handle);
    return tl::unexpected(error);
}

Result<qint64> Statement::run()
{
    for (;;) {
        const Result<bool> hasRow = step();
        if (!hasRow)
            return fail(hasRow);
        if (!*hasRow)
            break;
    }
    const qint64 changed = sqlite3_changes64(sqlite3_db_handle(m_query->handle));
    sqlite3_reset(m_query->handle);
    return changed;
}

QString Statement::text(int column) const
{
    // The text first: asking for it may convert, and the length is that of the converted form.
    const auto *utf8 = reinterpret_cast<const char *>(sqlite3_column_text(m_query->handle, column));
    return QString::fromUtf8(utf8, sqlite3_column_bytes(m_query->handle, column));
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_query->handle, column);
}

QByteArray Statement::bytes(int column) const
{
    const auto *blob = static_cast<const char *>(sqlite3_column_blob(m_query->handle, column));
    return {blob, sqlite3_column_bytes(m_query->handle, column)};
}

QByteArrayView Statement::view(int column) const
{
    const auto *blob = static_cast<const char *>(sqlite3_column_blob(m_query->handle, column));
    return {blob, sqlite3_column_bytes(m_query->handle, column)};
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_query->handle, column) == SQLITE_NULL;
}

} // namespace reeve::store
