#include "cli/application.hpp"

int main(int argc, char** argv) { return synod::cli::run(argc, argv); }
