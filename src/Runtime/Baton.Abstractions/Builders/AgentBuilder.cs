using Baton.CompilerServices;

namespace Baton;

/// <summary>Receives the parts of an agent: a program that acts by itself. Its status is that of the resource.</summary>
public sealed class AgentBuilder : ResourceBuilder<AgentBuilder>
{
    ResourceKey? _identity;

    private protected override Trait? OwnTrait => Trait.Agent;

    /// <summary>The identity for which the agent acts.</summary>
    public AgentBuilder Identity(ResourceKey? identity)
    {
        _identity = identity;
        return this;
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _identity = null;
    }

    private protected override void WriteTrait(WireWriter writer)
    {
        // Ready, disabled and deleted have the numbers of enabled, disabled and deleted; older readers look here.
        writer.Int(1, (int)EffectiveStatus);
        RowEncoder.Key(writer, 2, _identity);
        ProfileValues.Write(writer, 3);
    }
}
