// Reads the members of one JSON object, and notes what is wrong with them.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "gate/json_text.hpp"

namespace synod::gate {

/// A problem before its line is known.
struct Misfit {
  Pointer place;
  std::string message;
};

class MemberReader {
 public:
  /// `object` must be one. Misfits are added to `misfits`; both must outlive it.
  MemberReader(const nlohmann::json& object, Pointer place, std::vector<Misfit>& misfits)
      : object_(object), place_(std::move(place)), misfits_(misfits) {}

  /// The member, or null if there is none, which is a misfit if it is `required`.
  const nlohmann::json* member(const char* name, bool required = false);

  // Nothing where there is no such member, or where it is of another kind: a misfit.
  std::optional<std::string> text(const char* name, bool required = false);
  std::optional<std::uint64_t> count(const char* name, std::uint64_t least = 0,
                                     std::uint64_t most = UINT64_MAX);
  bool flag(const char* name);
  std::vector<std::string> texts(const char* name, bool required = false);
  /// A path below the root, that can stand on a command line.
  std::optional<std::string> path(const char* name, bool required = false);
  std::vector<std::string> paths(const char* name);
  /// The objects of an array, each with its place.
  std::vector<std::pair<const nlohmann::json*, Pointer>> objects(const char* name, bool required);

  /// Members that nobody asked for are misfits.
  void finish();

  void misfit(const Pointer& place, std::string message) { misfits_.push_back({place, std::move(message)}); }
  [[nodiscard]] Pointer place_of(const char* name) const { return place_ + "/" + name; }

 private:
  bool check_path(const Pointer& place, const std::string& path);

  const nlohmann::json& object_;
  Pointer place_;
  std::vector<Misfit>& misfits_;
  std::set<std::string, std::less<>> asked_for_;
};

}  // namespace synod::gate
