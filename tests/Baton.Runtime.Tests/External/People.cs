using Baton.CompilerServices;

namespace Baton.Runtime.Tests.External;

/// <summary>Two users with e-mail addresses and profiles.</summary>
sealed class People : ResourceSyncer<Item, UserBuilder>
{
    public override ResourceTypeDefinition Definition => Users.Definition;

    public override ValueTask<string> ListAsync(ResourceKey? parent, string pageToken, SyncOutput output, CancellationToken cancellationToken) =>
        AllAsync(ToAsync<Item>([new("ann"), new("ben")]), parent, output, cancellationToken);

    protected override void Map(Item model, UserBuilder resource)
    {
        resource.Id(model.Id).DisplayName(model.Id).Email($"{model.Id}@example.com").Profile("level", 7).Profile("team", "Core");
        if (model.Id == "ann")
            resource.Email("Ann.Two@Example.com", primary: false).Profile("login", "\u0130stanbul");
        else
            resource.Profile("login", "\u03bf\u03b4\u03c5\u03c3\u03c3\u03b5\u03c5\u03c2").Profile("code", "Ma\u017fter k");
    }
}
