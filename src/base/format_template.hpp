// Templates such as "%1$s#%2$s", which the modules CSV and IOUtils fill in as Java's String.format does.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace synod {

/// The text with each %s replaced by the next argument, each %n$s by the n-th, %% by a percent sign and %n by
/// a line break; %10s and %-10s fill up with blanks. Anything else after % throws EvaluationError(argument),
/// and so does an argument that is not there.
[[nodiscard]] std::string filled_template(std::string_view text, const std::vector<std::string>& arguments);

}  // namespace synod
