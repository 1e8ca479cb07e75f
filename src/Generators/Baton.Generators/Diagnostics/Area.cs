namespace Baton.Generators.Diagnostics;

/// <summary>What a diagnostic is about; the first digit of its number.</summary>
enum Area
{
    Environment = 0,
    Connector = 1,
    ResourceTypes = 2,
    Entitlements = 3,
    Configuration = 4,
    Tasks = 5,
    Code = 6,
    Stability = 7,
}
