// SPDX-License-Identifier: MIT
#include "app/reevectl/arguments.h"

using namespace Qt::Literals::StringLiterals;

namespace reeve::ctl {

namespace {

Error unknownOption(const QString &name)
{
    const bool isSecret = name.contains(u"pass"_s);
    return {ErrorCode::InvalidInput,
            isSecret ? u"there is no option %1: secrets come from the environment or from files"_s.arg(name)
                     : u"there is no option %1 here"_s.arg(name)};
}

Error missingWord(const QString &synopsis, qsizetype given)
{
    const QString name = synopsis.split(u' ').value(given);
    const bool isNamed = !name.isEmpty() && !name.startsWith(u'-') && !name.startsWith(u'[');
    return {ErrorCode::InvalidInput, isNamed ? u"%1 is missing"_s.arg(name) : u"something is missing"_s};
}

// A variable of a script that is not set must not turn one place into another.
bool isPlace(const QString &name)
{
    return name == u"--store"_s || name == u"--central"_s;
}

} // namespace

Result<Arguments> Arguments::read(const QStringList &words, const Grammar &grammar, const QString &synopsis)
{
    Arguments arguments;
    bool onlyPositional = false;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString &word = words.at(i);
        if (onlyPositional || !word.startsWith(u'-') || word == u"-") {
            arguments.m_positional << word;
        } else if (word == u"--") {
            onlyPositional = true;
        } else {
            const QString name = word.section(u'=', 0, 0);
            const bool hasValue = word.contains(u'=');
            if (grammar.flags.contains(name) && !hasValue) {
                arguments.m_flags << name;
            } else if (grammar.options.contains(name)) {
                if (!hasValue && i + 1 >= words.size())
                    return fail(ErrorCode::InvalidInput, u"%1 needs a value"_s.arg(name));
                const QString value = hasValue ? word.section(u'=', 1) : words.at(++i);
                if (value.isEmpty() && isPlace(name))
                    return fail(ErrorCode::InvalidInput, u"%1 needs a value"_s.arg(name));
                arguments.m_options[name] << value;
            } else {
                return tl::unexpected(unknownOption(name));
            }
        }
    }
    if (arguments.m_positional.size() < grammar.leastPositional)
        return tl::unexpected(missingWord(synopsis, arguments.m_positional.size()));
    if (arguments.m_positional.size() > grammar.mostPositional)
        return fail(ErrorCode::InvalidInput,
                    u"'%1' is one word too many"_s.arg(arguments.m_positional.at(grammar.mostPositional)));
    for (const QString &name : (grammar.opensStore ? QStringList{u"--store"_s} : QStringList()) + grammar.needed) {
        if (arguments.value(name).trimmed().isEmpty())
            return fail(ErrorCode::InvalidInput, u"%1 is missing"_s.arg(name));
    }
    return arguments;
}

Result<qint64> Arguments::integer(const QString &option, qint64 fallback, qint64 least, qint64 most) const
{
    if (!m_options.contains(option))
        return fallback;
    bool isNumber = false;
    const qint64 number = value(option).toLongLong(&isNumber);
    if (!isNumber || number < least || number > most)
        return fail(ErrorCode::InvalidInput,
                    u"%1 needs a whole number from %2 to %3"_s.arg(option).arg(least).arg(most));
    return number;
}

} // namespace reeve::ctl
