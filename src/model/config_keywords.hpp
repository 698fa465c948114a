// The one table of configuration keywords.
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace synod::model {

enum class Section {
  constants,
  invariants,
  properties,
  constraints,
  action_constraints,
  postconditions,
  possible,
  init,
  next,
  specification,
  view,
  symmetry,
  alias,
  periodic,
  reward,
  check_deadlock,
};

struct Keyword {
  std::string_view text;
  Section section;
};

inline constexpr std::array config_keywords = {
    Keyword{"CONSTANT", Section::constants},
    Keyword{"CONSTANTS", Section::constants},
    Keyword{"INVARIANT", Section::invariants},
    Keyword{"INVARIANTS", Section::invariants},
    Keyword{"PROPERTY", Section::properties},
    Keyword{"PROPERTIES", Section::properties},
    Keyword{"CONSTRAINT", Section::constraints},
    Keyword{"CONSTRAINTS", Section::constraints},
    Keyword{"ACTION_CONSTRAINT", Section::action_constraints},
    Keyword{"ACTION_CONSTRAINTS", Section::action_constraints},
    Keyword{"POSTCONDITION", Section::postconditions},
    Keyword{"POSTCONDITIONS", Section::postconditions},
    Keyword{"SPECIFICATION", Section::specification},
    Keyword{"INIT", Section::init},
    Keyword{"NEXT", Section::next},
    Keyword{"VIEW", Section::view},
    Keyword{"SYMMETRY", Section::symmetry},
    Keyword{"ALIAS", Section::alias},
    Keyword{"CHECK_DEADLOCK", Section::check_deadlock},
    Keyword{"_POSSIBLE", Section::possible},
    Keyword{"_PERIODIC", Section::periodic},
    Keyword{"_RL_REWARD", Section::reward},
};

[[nodiscard]] constexpr std::optional<Section> find_keyword(std::string_view text) {
  for (const Keyword& keyword : config_keywords) {
    if (keyword.text == text) return keyword.section;
  }
  return std::nullopt;
}

/// The keyword that `text` probably was meant to be; nothing when none is close.
[[nodiscard]] std::optional<std::string_view> similar_keyword(std::string_view text);

}  // namespace synod::model
