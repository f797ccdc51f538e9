// SPDX-License-Identifier: MIT
#include "app/reevectl/command.h"
#include "app/reevectl/desk_session.h"
#include "app/reevectl/secrets.h"
#include "core/store/store.h"

using namespace Qt::Literals::StringLiterals;

namespace reeve::ctl {

namespace {

int recover(const Arguments &arguments, Terminal &terminal)
{
    const QString folder = arguments.value(u"--store"_s);
    const auto passphrase = requireSecret(SecretOf::Store, arguments);
    if (!passphrase)
        return terminal.wrongUsage(passphrase.error().detail + u'.');
    const auto recovered = store::Store::recover(folder, arguments.value(u"--agent"_s), *passphrase, systemClock());
    if (!recovered)
        return terminal.failed(recovered.error());
    terminal.print({{u"entries"_s, recovered->entries},
                    {u"missing"_s, recovered->missing},
                    {u"drafts"_s, recovered->drafts},
                    {u"damaged_pages"_s, recovered->damagedPages},
                    {u"enrolled"_s, recovered->isEnrolled},
                    {u"set_aside"_s, recovered->setAside}});
    if (recovered->isEnrolled)
        terminal.message(u"The desk can be used again; the next sync delivers what waited and loads the rest."_s);
    else
        terminal.message(u"Who this desk is could not be read. What waited is kept: 'device enrol' with this folder "
                         u"makes it a desk again, and the next sync delivers it."_s);
    if (recovered->missing == 0)
        return Done;
    terminal.message(
        u"%1 entries that were saved here stood on pages that cannot be read any more. What the centre has "
        u"of them it keeps; the rest must be written down again. Nothing of the damaged database was "
        u"deleted: it is kept as %2."_s.arg(recovered->missing)
            .arg(recovered->setAside));
    return Failed;
}

} // namespace

std::vector<Command> storeCommands()
{
    return {
        {u"store recover"_s,
         u"--store DIR"_s,
         u"Makes a damaged store usable again, with all that was not yet safe at the centre"_s,
         u"Sets the damaged database aside in the same folder (never deletes it) and makes a new one with the same\n"
         u"keys, the outbox, interactions in work and who the desk is. Refuses a store with nothing wrong. Prints\n"
         u"{\"entries\":…,\"missing\":…,\"drafts\":…,\"damaged_pages\":…,\"enrolled\":…,\"set_aside\":…}, and\n"
         u"ends with 1 when entries are missing, by their numbers. Keep what was set aside until the desk has\n"
         u"synchronised and nobody misses anything. Where it is not enrolled any more, 'device enrol' with the same\n"
         u"folder makes it a new desk that delivers what waited."_s,
         {.options = deskOptions(), .opensStore = true},
         recover}};
}

} // namespace reeve::ctl
