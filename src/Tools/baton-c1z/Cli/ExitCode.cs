namespace Baton.C1ZTool;

/// <summary>What the program ends with.</summary>
static class ExitCode
{
    public const int Ok = 0;

    /// <summary>The answer is no: denied, no path, or rules are broken.</summary>
    public const int No = 1;

    /// <summary>The question could not be answered.</summary>
    public const int Error = 2;

    /// <summary>It was stopped before its end: what there is of the output is not all.</summary>
    public const int Interrupted = 128 + 2;

    /// <summary>Nobody reads the output any more: what other programs end with, which the signal ends.</summary>
    public const int ClosedPipe = 128 + 13;
}
