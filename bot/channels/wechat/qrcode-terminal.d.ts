declare module "qrcode-terminal" {
  const qrcode: {
    /** Draws the text as a QR code of block characters; `take` is called before it returns. */
    generate(text: string, options: { readonly small: boolean }, take: (drawing: string) => void): void;
  };
  export default qrcode;
}
