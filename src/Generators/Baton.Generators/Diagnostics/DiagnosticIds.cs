namespace Baton.Generators.Diagnostics;

/// <summary>Ids that code fixes look for.</summary>
static class DiagnosticIds
{
    public const string HostIsNotPartial = "BATON1001";
    public const string SlugIsNotDeclared = "BATON3004";
    public const string SettingClashesWithSdkFlag = "BATON4001";
    public const string SecretIsNotMarked = "BATON4002";
}
