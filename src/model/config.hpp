// A configuration (.cfg) as it was written: plain data, nothing resolved yet.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/span.hpp"
#include "syntax/diagnostic.hpp"
#include "syntax/source.hpp"

namespace synod::model {

/// A name with its place; `a!b!c` is one name.
struct ConfigName {
  std::string text;
  Span span;
};

/// A value that a configuration can write down.
struct ConfigValue {
  enum class Kind { integer, string, boolean, set, model_value };
  Kind kind = Kind::model_value;
  std::int64_t integer = 0;  ///< of an integer; 0 or 1 of a boolean
  std::string text;          ///< of a string or a model value
  std::vector<ConfigValue> elements;
  Span span;
};

/// `name = value`, `name(a, b) = value`, `name = [Module] value`.
struct Assignment {
  ConfigName name;
  std::optional<ConfigName> module;
  std::vector<ConfigValue> arguments;
  ConfigValue value;
};

/// `name <- definition`, `name <-[Module] definition`.
struct Replacement {
  ConfigName name;
  std::optional<ConfigName> module;
  ConfigName definition;
};

struct Config {
  SourceId source = 0;
  std::vector<Assignment> assignments;
  std::vector<Replacement> replacements;
  std::optional<ConfigName> specification, init, next, view, symmetry, alias, periodic, reward;
  std::vector<ConfigName> invariants, properties, constraints, action_constraints, postconditions, possible;
  /// What must stay reachable, and from where: asked for by the command line, so without a place.
  std::vector<ConfigName> possibilities;
  std::optional<ConfigName> possible_from;
  std::optional<bool> check_deadlock;
  std::vector<std::string> model_values;  ///< in the order of their first appearance
};

/// Reads a configuration. Reports every error it finds and recovers at the next line or keyword; the result
/// must not be used when there were errors. Never throws on input.
[[nodiscard]] Config parse_config(SourceId source, const syntax::SourceMap& sources,
                                  syntax::Diagnostics& diagnostics);

/// Finds and reads the text of the configuration for `root` (a .tla file): `argument` with or without ".cfg";
/// with
/// ".tla" the part between `---- CONFIG name ----` and `====` of that file; by default the file beside `root`
/// of the same name with ".cfg", else such a part of `root` itself. Nothing, with a diagnostic, when there is
/// none.
[[nodiscard]] std::optional<SourceId> open_config(const std::filesystem::path& root,
                                                  const std::optional<std::string>& argument,
                                                  syntax::SourceMap& sources,
                                                  syntax::Diagnostics& diagnostics);

}  // namespace synod::model
