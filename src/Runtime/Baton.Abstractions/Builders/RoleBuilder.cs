using Baton.CompilerServices;

namespace Baton;

/// <summary>Receives the parts of a role.</summary>
public sealed class RoleBuilder : ResourceBuilder<RoleBuilder>
{
    private protected override Trait? OwnTrait => Trait.Role;

    private protected override void WriteTrait(WireWriter writer) => ProfileValues.Write(writer, 1);
}
