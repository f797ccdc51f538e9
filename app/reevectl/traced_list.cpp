// SPDX-License-Identifier: MIT
#include "app/reevectl/traced_list.h"

#include "app/reevectl/desk_session.h"

using namespace Qt::Literals::StringLiterals;

namespace reeve::ctl {

int tracedList(services::Desk &desk, const QString &action, Terminal &terminal,
               const std::function<int(services::RecordsOut &)> &list)
{
    services::RecordsOut out{.action = action, .outcome = u"started"_s};
    if (const auto noted = await(services::noteRecordsOut(desk, out)); !noted)
        return terminal.failed(noted.error());
    out.records = 0;
    const int exitCode = list(out);
    out.outcome = exitCode == Done ? u"done"_s : u"failed"_s;
    const auto noted = await(services::noteRecordsOut(desk, out));
    return noted ? exitCode : terminal.failed(noted.error());
}

} // namespace reeve::ctl
