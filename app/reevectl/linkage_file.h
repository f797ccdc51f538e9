// SPDX-License-Identifier: MIT
#pragma once

#include "app/reevectl/terminal.h"
#include "core/base/result.h"
#include "core/matching/linkage/record_set.h"

#include <QHash>

#include <string>
#include <vector>

namespace reeve::ctl {

// One or two CSV files of people, read for comparing.
struct LinkageFiles
{
    matching::RecordSet records;
    std::vector<std::uint64_t> idBegins; // of each record into `ids`, and one more
    std::string ids;                     // as they stand in the id column

    [[nodiscard]] std::string_view id(std::size_t record) const
    {
        return std::string_view(ids).substr(idBegins[record], idBegins[record + 1] - idBegins[record]);
    }
};

// `renamed`: column of the file -> our name. NotFound, InvalidInput. Says on the terminal what is not compared.
[[nodiscard]] Result<LinkageFiles> readLinkageFiles(const QStringList &names, const QHash<QString, QString> &renamed,
                                                    Terminal &terminal);

} // namespace reeve::ctl
