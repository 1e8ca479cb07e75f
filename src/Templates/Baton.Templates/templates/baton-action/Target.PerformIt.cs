using Baton;

namespace ItemNamespace;

#if (hasTarget)
public sealed partial class Target
#else
public sealed partial class AcmeConnector
#endif
{
    // What the action takes is what the method takes: add a parameter, and C1 shows a field for it.
#if (hasTarget)
    [Action("perform_it", Description = "Perform it words")]
    public async Task PerformItAsync(ResourceKey<Target> resource, CancellationToken ct)
    {
        var address = $"target-list/{Uri.EscapeDataString(resource.Id)}/perform-it";
        using var answer = await api.SendAsync(new(HttpMethod.Post, address), ct);
    }
#else
    [Action("perform_it", Description = "Perform it words")]
    public async Task PerformItAsync(CancellationToken ct)
    {
        using var answer = await api.SendAsync(new(HttpMethod.Post, "perform-it"), ct);
    }
#endif
}
