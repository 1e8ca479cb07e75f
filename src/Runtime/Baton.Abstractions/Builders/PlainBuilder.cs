namespace Baton;

/// <summary>Receives the parts of a resource whose type has no trait.</summary>
public sealed class PlainBuilder : ResourceBuilder<PlainBuilder>
{
    private protected override Trait? OwnTrait => null;
}
