namespace Baton.Generators.Diagnostics;

/// <summary>Ids that code fixes look for.</summary>
static class DiagnosticIds
{
    public const string HostIsNotPartial = "BATON1001";
    public const string SlugIsNotDeclared = "BATON3004";
    public const string SettingClashesWithSdkFlag = "BATON4001";
    public const string SecretIsNotMarked = "BATON4002";
    public const string PageNeverEnds = "BATON2104";
    public const string TokenIsNotPassed = "BATON6001";
    public const string NoTokenIsTaken = "BATON6002";
    public const string ErrorIsSwallowed = "BATON6004";
    public const string CauseIsLost = "BATON6005";
    public const string PlainException = "BATON6006";
}
