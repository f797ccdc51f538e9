// SPDX-License-Identifier: MIT
#include "app/reevectl/told_options.h"

#include "app/reevectl/desk_session.h"
#include "core/domain/interaction.h"
#include "core/domain/value_mark.h"

using namespace Qt::Literals::StringLiterals;

namespace reeve::ctl {

Result<services::ToldBy> toldBy(const Arguments &arguments)
{
    services::ToldBy told;
    if (const QString source = arguments.value(u"--source"_s); !source.isEmpty()) {
        const auto known = domain::valueSourceOf(source);
        if (!known)
            return fail(ErrorCode::InvalidInput, u"--source is person, representative, relative, document, "
                                                 "other_body, import or staff."_s);
        told.source = *known;
    }
    if (const QString channel = arguments.value(u"--channel"_s); !channel.isEmpty()) {
        if (!domain::parseChannel(channel))
            return fail(ErrorCode::InvalidInput,
                        u"--channel is phone, email, face_to_face, web, letter or telecare."_s);
        told.channel = channel;
    }
    return told;
}

QStringList toldOptions()
{
    return deskOptions() << u"--source"_s << u"--channel"_s;
}

QString toldSynopsis()
{
    return u"[--source person|representative|relative|document|other_body|staff] [--channel CHANNEL]"_s;
}

} // namespace reeve::ctl
