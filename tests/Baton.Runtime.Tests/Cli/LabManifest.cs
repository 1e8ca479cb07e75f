using System.Text;
using Baton.CompilerServices;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Runtime.Tests.Cli;

/// <summary>A connector with a setting of every kind, which remembers what it was given.</summary>
sealed class LabManifest : ConnectorManifest
{
    public override string Name => "baton-lab";

    public override string DisplayName => "Lab";

    public override string Description => "Reads nothing, for tests";

    public override string Version => "v1.2.3";

    public override ReadOnlySpan<byte> CapabilitiesJson => "{\n  \"resourceTypeCapabilities\": []\n}"u8;

    public override ReadOnlySpan<byte> ConfigJson => Encoding.UTF8.GetBytes(ConfigText);

    public string ConfigText { get; init; } = "{}";

    public override IReadOnlyList<ConfigFieldDefinition> ConfigFields => Fields;

    public IReadOnlyList<ConfigFieldDefinition> Fields { get; init; } =
    [
        new() { Name = "api-token", Kind = ConfigFieldKind.String, Required = true, Secret = true, Description = "The API token" },
        new() { Name = "base-url", Kind = ConfigFieldKind.Uri, Description = "The base URL", Default = "https://api.example.com/" },
        new() { Name = "page-size", Kind = ConfigFieldKind.Int, ShortHand = 's', Description = "Items per page", Default = "100" },
        new() { Name = "quota", Kind = ConfigFieldKind.Long, Description = "Bytes to read" },
        new() { Name = "verify-tls", Kind = ConfigFieldKind.Bool, Description = "Verify TLS", Default = "true" },
        new() { Name = "orgs", Kind = ConfigFieldKind.StringList, Description = "Orgs to sync" },
        new() { Name = "region", Kind = ConfigFieldKind.String, Allowed = ["us", "eu"], Description = "Region", Default = "us" },
        new() { Name = "pin", Kind = ConfigFieldKind.Int, Secret = true, Description = "A number that nobody may see", Default = "4711" },
        new() { Name = "door", Kind = ConfigFieldKind.Uri, Secret = true, Hidden = true },
        new() { Name = "mode", Kind = ConfigFieldKind.String, Secret = true, Hidden = true, Allowed = ["a", "b"] },
        new() { Name = "flag", Kind = ConfigFieldKind.Bool, Secret = true, Hidden = true },
    ];

    public override IReadOnlyList<ConfigRelation> ConfigRelations => Relations;

    public IReadOnlyList<ConfigRelation> Relations { get; init; } = [];

    public override IReadOnlyList<ConfigGroup> ConfigGroups => Groups;

    public IReadOnlyList<ConfigGroup> Groups { get; init; } = [];

    public override IReadOnlyList<ResourceTypeDefinition> ResourceTypes => [];

    /// <summary>What the program handed over; null when it did not get that far.</summary>
    public ConfigValues? Values { get; private set; }

    /// <summary>Runs when the services are registered.</summary>
    public Action<IServiceCollection>? Configuring { get; init; }

    /// <summary>Runs when the connector is asked to validate.</summary>
    public Func<IServiceProvider, CancellationToken, Task>? Validating { get; init; }

    /// <summary>Makes the syncers.</summary>
    public Func<IServiceProvider, IReadOnlyList<ResourceSyncer>>? Creating { get; init; }

    public override void ConfigureServices(IServiceCollection services, ConfigValues values)
    {
        Values = values;
        Configuring?.Invoke(services);
    }

    public override IReadOnlyList<ResourceSyncer> CreateSyncers(IServiceProvider services) => Creating?.Invoke(services) ?? [];

    public override Task ValidateAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        Validating?.Invoke(services, cancellationToken) ?? Task.CompletedTask;
}
