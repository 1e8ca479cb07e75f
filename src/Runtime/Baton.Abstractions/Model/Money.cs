using Baton.CompilerServices;

namespace Baton;

/// <summary>An amount of money.</summary>
/// <param name="AmountMinor">In the smallest unit of the currency, for example cents.</param>
/// <param name="Currency">Code of the currency: 3 to 8 letters and digits, of ISO 4217 where there is one.</param>
public readonly record struct Money(long AmountMinor, string Currency)
{
    /// <summary>Writes <c>c1.connector.v2.Money</c> as a field; nothing for null.</summary>
    internal static void Write(WireWriter writer, int field, Money? money)
    {
        if (money is not { } known)
            return;
        var mark = writer.Begin(field);
        writer.Int(1, known.AmountMinor);
        writer.String(2, known.Currency);
        writer.End(mark);
    }
}
