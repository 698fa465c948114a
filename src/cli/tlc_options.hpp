// TLC's command line in ours: `java -jar tla2tools.jar ...` becomes `synod tlc ...`.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace synod::cli {

/// What becomes of an option of TLC's.
enum class TlcEffect {
  translated,      ///< an option of ours does it
  without_effect,  ///< accepted; a note says why nothing comes of it
  harmless,        ///< accepted: it has no effect on what a run finds and shows
  refused,         ///< the run would not be what was asked for
};

struct TlcOption {
  std::string_view name;   ///< with its dash
  std::string_view value;  ///< what follows it: "FILE"; empty: nothing
  TlcEffect effect = TlcEffect::translated;
  std::string_view text;  ///< our option; or why it has no effect; or what to use instead
};

/// All options of TLC, in alphabetical order.
[[nodiscard]] std::span<const TlcOption> tlc_options();

struct TlcTranslation {
  std::vector<std::string> words;  ///< our command line, from the subcommand on
  std::vector<std::string> notes;  ///< lines for people: what was accepted and has no effect
  bool help = false;               ///< is all that is asked for
  std::string refusal;             ///< what is wrong or cannot be done; empty: nothing
};

/// Whether an option of ours, given with its dashes, has a value.
using TakesValue = std::function<bool(const std::string& option)>;

/// Translates the words after `tlc`. Options with two dashes, and -I, are ours and stay as they are.
[[nodiscard]] TlcTranslation translate_tlc(std::span<const std::string> words, const TakesValue& takes_value);

/// For `synod tlc --help`.
[[nodiscard]] std::string tlc_help();

}  // namespace synod::cli
