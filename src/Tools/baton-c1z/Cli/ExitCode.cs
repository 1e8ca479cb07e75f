namespace Baton.C1ZTool;

/// <summary>What the program ends with.</summary>
static class ExitCode
{
    public const int Ok = 0;

    /// <summary>The answer is no: denied, no path, or rules are broken.</summary>
    public const int No = 1;

    /// <summary>The question could not be answered.</summary>
    public const int Error = 2;
}
