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

} // namespace

Result<Arguments> Arguments::read(const QStringList &words, const Grammar &grammar)
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
                arguments.m_options[name] << (hasValue ? word.section(u'=', 1) : words.at(++i));
            } else {
                return tl::unexpected(unknownOption(name));
            }
        }
    }
    if (arguments.m_positional.size() < grammar.leastPositional)
        return fail(ErrorCode::InvalidInput, u"something is missing"_s);
    if (arguments.m_positional.size() > grammar.mostPositional)
        return fail(ErrorCode::InvalidInput,
                    u"'%1' is one word too many"_s.arg(arguments.m_positional.at(grammar.mostPositional)));
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
