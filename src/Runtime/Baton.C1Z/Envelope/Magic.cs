namespace Baton.C1Z.Envelope;

/// <summary>The five bytes that a c1z begins with.</summary>
static class Magic
{
    public const int Length = 5;

    public static ReadOnlySpan<byte> V1 => "C1ZF\0"u8;

    public static ReadOnlySpan<byte> V3 => "C1Z3\0"u8;
}
