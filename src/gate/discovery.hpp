// From the arguments of the command line to manifests.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace synod::gate {

/// The manifests that an argument stands for: a file itself, of a folder every manifest.json in it and below,
/// in the order of their names. Folders that are hidden or links are passed over.
[[nodiscard]] std::vector<std::filesystem::path> manifests_of(const std::string& argument);

/// What is meant if nothing is named: models/manifest.json, or manifest.json if that is not there.
[[nodiscard]] std::string default_manifest();

}  // namespace synod::gate
