using Baton.CompilerServices;

namespace Baton;

/// <summary>Receives the parts of a binding: a role that holds only within a scope. Both are required.</summary>
public sealed class ScopeBindingBuilder : ResourceBuilder<ScopeBindingBuilder>
{
    ResourceKey? _role, _scope;

    private protected override Trait? OwnTrait => Trait.ScopeBinding;

    /// <summary>The role: a resource of a type with the trait <see cref="Trait.Role"/>.</summary>
    public ScopeBindingBuilder Role(ResourceKey role)
    {
        _role = role;
        return this;
    }

    /// <summary>The resource within which the role holds.</summary>
    public ScopeBindingBuilder Scope(ResourceKey resource)
    {
        _scope = resource;
        return this;
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        (_role, _scope) = (null, null);
    }

    private protected override void WriteTrait(WireWriter writer)
    {
        RowEncoder.Key(writer, 1, _role ?? throw Incomplete("a role: call Role(…)"));
        RowEncoder.Key(writer, 2, _scope ?? throw Incomplete("a scope: call Scope(…)"));
    }
}
