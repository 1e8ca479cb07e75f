using Baton.CompilerServices;
using Microsoft.Extensions.DependencyInjection;

namespace Baton.Runtime.Tests;

/// <summary>A connector made of fake syncers.</summary>
sealed class FakeManifest(params ResourceSyncer[] syncers) : ConnectorManifest
{
    internal Func<CancellationToken, Task> Validate { get; init; } = static _ => Task.CompletedTask;

    internal Exception? CreationFailure { get; init; }

    public override string Name => "baton-fake";

    public override string Version => "0.0.0";

    public override ReadOnlySpan<byte> CapabilitiesJson => "{}"u8;

    public override ReadOnlySpan<byte> ConfigJson => "{}"u8;

    public override IReadOnlyList<ConfigFieldDefinition> ConfigFields => [];

    public override IReadOnlyList<ResourceTypeDefinition> ResourceTypes => [.. syncers.Select(static s => s.Definition)];

    public override void ConfigureServices(IServiceCollection services, ConfigValues values)
    {
    }

    public override IReadOnlyList<ResourceSyncer> CreateSyncers(IServiceProvider services) =>
        CreationFailure is null ? syncers : throw CreationFailure;

    public override Task ValidateAsync(IServiceProvider services, CancellationToken cancellationToken) => Validate(cancellationToken);
}
