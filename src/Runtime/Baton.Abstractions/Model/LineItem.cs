namespace Baton;

/// <summary>One thing that an agreement is about.</summary>
/// <param name="Name">The product or service; at most 1024 bytes.</param>
/// <param name="Quantity">How many.</param>
/// <param name="Unit">Of what; at most 64 bytes.</param>
/// <param name="PricePerUnit">The price of one.</param>
/// <param name="TotalPrice">The price of all.</param>
public sealed record LineItem(string Name, double Quantity = 0, string? Unit = null, Money? PricePerUnit = null, Money? TotalPrice = null);
