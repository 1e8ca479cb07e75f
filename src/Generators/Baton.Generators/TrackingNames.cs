namespace Baton.Generators;

/// <summary>Names of the steps of the pipeline, for tests of what is cached.</summary>
static class TrackingNames
{
    public const string Connectors = "Connectors";
    public const string ResourceTypes = "ResourceTypes";
    public const string Configs = "Configs";
    public const string Options = "Options";
    // Not "Compilation": that is the name of the compiler's own input, which changes with every edit.
    public const string Compilation = "CompilationFacts";
    public const string ClashingNames = "ClashingNames";
    public const string ManifestTypes = "ManifestTypes";
    public const string Manifests = "Manifests";
    public const string EntryPoint = "EntryPoint";
    public const string ShapeTypes = "ShapeTypes";
    public const string Shapes = "Shapes";
}
