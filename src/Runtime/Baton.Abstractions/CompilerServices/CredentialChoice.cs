using System.ComponentModel;

namespace Baton.CompilerServices;

/// <summary>How a credential can come about, as an attribute states it.</summary>
/// <param name="Preferred">The option that is taken when a task names none.</param>
/// <param name="Options">All options.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record CredentialChoice(CredentialOption Preferred, IReadOnlyList<CredentialOption> Options);
