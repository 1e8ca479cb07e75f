using System.CommandLine;

namespace Baton.C1ZTool;

static class ResourceTypesVerb
{
    public static Command Create(ToolHost host)
    {
        var sync = Globals.SyncId();
        return new Command("resource-types", "List resource types") { sync }.Running(host, async invocation =>
        {
            await using var reader = await invocation.OpenAsync(invocation.Value(sync));
            await invocation.PrintAsync(Listings.ResourceTypes, reader.ResourceTypesAsync(invocation.Cancel));
        });
    }
}
