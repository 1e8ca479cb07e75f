namespace Baton.Generators.Emit;

/// <summary>Parameters of the methods that a syncer overrides.</summary>
static class Parameters
{
    public const string Slug = "string slug";
    public const string PageToken = "string pageToken";
    public const string Parent = $"{Names.ResourceKey}? parent";
    public const string Resource = $"{Names.ResourceKey} resource";
    public const string Principal = $"{Names.Principal} principal";
    public const string Output = $"{Names.SyncOutput} output";
    public const string CancellationToken = $"{Names.CancellationToken} cancellationToken";
}
