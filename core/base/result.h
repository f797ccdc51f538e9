// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/error.h"

#include <tl/expected.hpp>

namespace reeve {

// What a function that can fail returns: the value, or an Error that says why there is none.
// Three outcomes get three answers: a row is Result<T>, no row is ErrorCode::NotFound (or std::optional inside the
// Result where "none" is ordinary), failure is any other code.
template <typename T = void>
using Result = tl::expected<T, Error>;

// `return fail(ErrorCode::NotFound, u"interaction "_s + id.toString());`
[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, QString detail = {})
{
    return tl::unexpected<Error>(Error{code, std::move(detail)});
}

// Passes another function's failure on, whatever its value type: `if (!row) return fail(row);`
template <typename T>
[[nodiscard]] tl::unexpected<Error> fail(const tl::expected<T, Error> &failed)
{
    return tl::unexpected<Error>(failed.error());
}

} // namespace reeve
