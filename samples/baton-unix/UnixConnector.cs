using Baton;
using BatonUnix.Files;
using BatonUnix.Provisioning;
using Microsoft.Extensions.DependencyInjection;

namespace BatonUnix;

/// <summary>Who can do what on a Unix host.</summary>
[Connector("baton-unix", DisplayName = "Unix host", Description = "Who can do what on a Unix host, from its own files")]
sealed partial class UnixConnector(UnixHost host)
{
    public Task ValidateAsync()
    {
        host.Refresh();
        return Task.CompletedTask;
    }

    // The running system is changed with its own tools, which also tell its caches; any other by editing its files.
    static void ConfigureServices(IServiceCollection services, UnixConfig config) =>
        services.AddSingleton<IGroupEditor>(provider => new RootDirectory(config.Root) is { IsMachine: false } root
            ? new GroupFileEditor(root, provider.GetRequiredService<TimeProvider>())
            : new GroupTools());
}
