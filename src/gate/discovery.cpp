#include "gate/discovery.hpp"

#include <algorithm>

namespace synod::gate {

namespace fs = std::filesystem;

std::vector<fs::path> manifests_of(const std::string& argument) {
  std::error_code error;
  if (!fs::is_directory(argument, error)) return {argument};
  std::vector<fs::path> found;
  const auto options = fs::directory_options::skip_permission_denied;
  for (auto at = fs::recursive_directory_iterator(argument, options, error);
       !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
    const std::string name = at->path().filename().string();
    if (at->is_directory(error) && name.starts_with('.')) at.disable_recursion_pending();
    if (name == "manifest.json" && at->is_regular_file(error)) found.push_back(at->path());
  }
  std::ranges::sort(found);
  return found;
}

std::string default_manifest() {
  std::error_code error;
  return fs::exists("models/manifest.json", error) ? "models/manifest.json" : "manifest.json";
}

}  // namespace synod::gate
