namespace Acme.@class.@event;

[Connector("baton-keywords")]
public sealed partial class @this;

public sealed record @string([Map(To.Id), Map(To.Login)] string @int, [Profile] string? @namespace);

[ConnectorConfig]
public sealed partial record @record
{
    [Field]
    public string? @return { get; init; }

    [Field]
    public @enum @default { get; init; } = @enum.@new;
}

public enum @enum
{
    @new,
    @static,
}

[ResourceType("user", Trait.User)]
public sealed partial class @void
{
    public IEnumerable<@string> ListAsync() => [];

    [Grants("member")]
    public IEnumerable<Grantee> @lock(@string @out) => [Grantee.User<@void>(@out.@int)];
}

[Entitlement("member")]
[Grantable("member", typeof(@void))]
partial class @void;
