using System.ComponentModel;

namespace Baton.CompilerServices;

/// <summary>A way to sign in, with its settings; see <see cref="FieldGroupAttribute"/>.</summary>
/// <param name="Name">Name for <c>--auth-method</c>.</param>
/// <param name="DisplayName">Name shown to people, or empty.</param>
/// <param name="HelpText">What it needs, or empty.</param>
/// <param name="Fields">Names of settings.</param>
/// <param name="IsDefault">Counts when nothing is chosen.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ConfigGroup(string Name, string DisplayName, string HelpText, IReadOnlyList<string> Fields, bool IsDefault);
