// SPDX-License-Identifier: MIT
#include "app/reevectl/terminal.h"

#include "core/domain/display_name.h"

#include <QJsonDocument>

#include <cerrno>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace reeve::ctl {

namespace {

constexpr qsizetype muchOutput = 1 << 16;

bool writeAll(int file, const QByteArray &bytes)
{
    qsizetype written = 0;
    while (written < bytes.size()) {
        const ssize_t count =
            ::write(file, bytes.constData() + written, static_cast<std::size_t>(bytes.size() - written));
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        written += count;
    }
    return true;
}

// Control characters of a file or an argument must not reach the terminal as such, nor turn what stands after them.
QString harmless(QString text)
{
    for (QChar &c : text) {
        if (domain::breaksALine(c) && c != u'\n')
            c = u'\uFFFD';
    }
    return text;
}

} // namespace

void Terminal::print(const QJsonObject &object)
{
    m_waiting += QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
    if (m_waiting.size() > muchOutput)
        flush();
}

bool Terminal::flush()
{
    if (!m_waiting.isEmpty() && !m_readerGone) {
        m_readerGone = !writeAll(STDOUT_FILENO, m_waiting);
        const int error = errno;
        m_waiting.clear();                  // message() flushes as well
        if (m_readerGone && error != EPIPE) // a reader who has seen enough is nobody's mistake
            message(u"The answer could not be written: "_s + qt_error_string(error) + u". What was done stays done."_s);
    }
    m_waiting.clear();
    return !m_readerGone;
}

void Terminal::message(const QString &text)
{
    flush(); // so that both streams on one screen come in the order of the events
    static_cast<void>(writeAll(STDERR_FILENO, harmless(text).toUtf8() + '\n'));
}

bool Terminal::isForPeople() const
{
    return ::isatty(STDERR_FILENO) == 1;
}

int Terminal::failed(const Error &error)
{
    message(wordsFor(error, m_isAtDesk));
    return Failed;
}

int Terminal::failed(const QString &doing, const Error &error)
{
    message(doing + u": "_s + wordsFor(error, m_isAtDesk));
    return Failed;
}

int Terminal::wrongUsage(const QString &text)
{
    message(text);
    return Usage;
}

} // namespace reeve::ctl
