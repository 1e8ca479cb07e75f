namespace Baton.External;

/// <summary>Text without regard to case, character by character: sigma and final sigma are one, dotted İ and i are not.</summary>
static class FoldedText
{
    // Up first: several small letters have one capital. What the capital then becomes is the same for all of them.
    internal static string Of(string text) => text.ToUpperInvariant().ToLowerInvariant();
}
