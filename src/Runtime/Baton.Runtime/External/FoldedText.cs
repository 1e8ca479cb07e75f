namespace Baton.External;

/// <summary>Text without regard to case, character by character: sigma and final sigma are one, dotted İ and i are not.</summary>
static class FoldedText
{
    // Up first: several small letters have one capital. What the capital then becomes is the same for all of them.
    // .NET leaves the long s alone, since its capital is in ASCII.
    internal static string Of(string text) => text.ToUpperInvariant().ToLowerInvariant().Replace('\u017f', 's');
}
